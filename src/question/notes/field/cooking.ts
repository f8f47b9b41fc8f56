import { readField } from '../read-field.ts';

/** Simple dishes. */
export const cooking = readField(
  'cooking',
  `
? How do I make {x}?
? How do I cook {x}?
? What is a good way to make {x}?
? Any tips for {x}?
? I need help with {x}.
?? Please tell me how to make {x}.
?? What should I know about cooking {x}?

hands: [Wash|Clean] your hands first.
read: [Read|Look at] the whole recipe first.
salt: [Add|Put in] a pinch of salt.
taste: [Taste|Try] it before you serve it.
stir: [Stir it|Give it a stir] now and then.
low: [Turn down|Lower] the heat after it boils.
timer: [Set|Use] a timer.
hot: [Serve it|Eat it] while it is hot.
fresh: [Use|Choose] fresh food.
pan: [Heat|Warm] the pan first.
rest: [Let it rest|Leave it] for five minutes.
oven: [Heat|Warm] the oven first.
!sugar: [Add|Put in] a whole cup of sugar.
!high: [Cook it|Keep it] on the highest heat all the time.
!coffee: [Use|Take] cold coffee in place of water.

+ for ten people | Ten people will come.
[Use|Take] the biggest pot or pan you have.
[Cook|Make] it in two lots.
+ with a child | A child will help me.
[Let|Have] the child wash and mix things.
[Keep the child|See that the child stays] away from hot things.
+ on a small budget | I must save money.
[Buy|Choose] what is in season.
[Use up|Use] what you have at home.
+ a day ahead | I want to make it a day ahead.
[Let it cool|Cool it] before you store it.
[Keep|Store] it in a closed box in the fridge.

= rice: salt low timer rest !coffee
[Rinse|Wash] the rice until the water is clear.
[Use|Take] two cups of water for one cup of rice.
! [Stir|Beat] the rice all the time.
= pasta: salt timer taste hot !sugar
[Boil|Use] a lot of water.
[Stir|Mix] the pasta in the first minute.
! [Rinse|Wash] the pasta in cold milk.
= a boiled egg: timer fresh hot salt !coffee
[Lower|Put] the egg in with a spoon.
[Cool it|Put it] in cold water after that.
! [Boil|Cook] it for one hour.
= a pancake: pan stir hot salt !high
[Let the batter rest|Leave the batter to rest] a while.
[Turn|Flip] it when bubbles show.
! [Pour in|Put in] all the batter at once.
= vegetable soup: hands stir low taste !sugar
[Cut|Chop] the vegetables into small pieces.
[Fry|Soften] the onion first.
! [Add|Pour in] cold milk every minute.
= mashed potato: hands salt hot taste !coffee
[Boil|Cook] the potatoes until soft.
[Add|Mix in] warm milk and butter.
! [Mash|Crush] the potatoes while raw.
= a green salad: hands fresh taste salt !high
[Wash|Rinse] and dry the leaves.
[Add|Pour on] the dressing at the end.
! [Boil|Cook] the leaves first.
= baked fish: oven fresh timer hot !sugar
[Pat|Wipe] the fish dry.
[Add|Squeeze on] some lemon.
! [Bake|Cook] the fish for three hours.
= roast chicken: oven hands salt rest !coffee
[Check|Test] that the juice runs clear.
[Rub|Cover] the skin with oil.
! [Dip|Roll] it in sugar and milk.
= oatmeal: low stir salt hot !high
[Use|Take] two cups of milk for one cup of oats.
[Add|Put] fruit on top.
! [Fry|Roast] the oats in oil for an hour.
= tomato sauce: stir low taste salt !coffee
[Fry|Soften] garlic in oil first.
[Let it cook|Cook it] for half an hour.
! [Add|Mix in] three cups of flour.
= bread: oven hands rest salt !sugar
[Knead|Work] the dough for ten minutes.
[Let the dough rise|Leave the dough to rise] in a warm place.
! [Put|Set] the dough in ice water.
= an omelet: pan salt fresh hot !high
[Beat|Mix] the eggs well.
[Fold|Bend] it in half.
! [Fry|Cook] it for two hours.
= popcorn: pan salt hot taste !coffee
[Put|Keep] the lid on the pot.
[Shake|Move] the pot now and then.
! [Soak|Wet] the corn in water first.
= pizza: oven hands taste hot !sugar
[Roll|Press] the dough thin.
[Use|Put on] only a little sauce.
! [Bake|Cook] it on the lowest heat.
`,
);
