import { readField } from '../read-field.ts';

/** Food and things in the kitchen. Its wrong points are useless, not unsafe. */
export const kitchen = readField(
  'kitchen',
  `
? How do I handle {x} in the kitchen{s}?
? How do I keep {x} clean and safe?
? What are good kitchen rules for {x}?
? Any kitchen tips for {x}?
? What should I know about {x} in my kitchen{s}?
?? What is the best way to handle {x} in a kitchen{s}?
?? Please tell me the kitchen rules for {x}.

hands: [Wash|Clean] your hands with soap.
soap: [Wash it|Clean it] in hot soapy water.
dry: [Let it dry|Dry it] well.
cold: [Keep|Store] it in the fridge.
apart: [Keep|Store] it away from raw meat.
throw: [Throw it out|Throw it away] if it smells bad.
date: [Read|Check] the date on the pack.
wipe: [Wipe|Clean] the table after use.
cover: [Cover it|Keep it covered].
often: [Clean it|Wash it] every day.
knife: [Use|Take] a clean knife.
!scent: [Spray|Use] perfume near it.
!spoon: [Lay|Put] a silver spoon next to it.
!white: [Use|Buy] only white plates.
!sing: [Count to ten|Sing a song] before you touch it.

+ with a baby | We have a baby.
[Keep it out of reach of|Put it out of reach of] the baby.
[Boil|Clean] the baby bottles each day.
+ in hot weather | It is very hot.
[Check|Look at] the fridge twice a day.
[Take out|Empty] the trash every evening.
+ in a shared flat | I share my flat.
[Put|Stick] a list of tasks on the wall.
[Write|Put] names on your food.
+ for a party | Guests come tonight.
[Use|Get] a clean towel for the guests.
[Tell|Ask] a friend to help you clean up.

= raw chicken: hands cold cover wipe !scent
[Cook it|Heat it] until no part is pink.
[Use|Take] a board for meat only.
! [Soak|Dip] it in cold tea first.
= a cutting board: soap dry apart often !white
[Use|Have] one board for meat and one for bread.
[Buy|Get] a new one when it has deep cuts.
! [Paint|Color] it once a year.
= the sponge: dry often throw hands !sing
[Change|Replace] it every week.
[Wring|Squeeze] it out after use.
! [Store|Keep] it in a bowl of tea.
= the fridge: wipe date cover dry !spoon
[Keep|Set] it at four degrees.
[Put|Store] raw meat on the lowest shelf.
! [Hang|Put] a wet towel in it.
= fresh fruit: hands dry throw knife !scent
[Wash|Rinse] it under running water.
[Cut off|Remove] soft brown spots.
! [Store|Keep] it in a shoe box.
= leftover food: cold cover throw date !sing
[Eat it|Use it up] within two days.
[Heat it|Warm it] until it steams.
! [Mix|Stir] all the leftovers in one jar.
= the dish towel: dry apart hands soap !white
[Change|Replace] it every day.
[Hang|Keep] it on a hook of its own.
! [Fold|Roll] it up while it is wet.
= the sink: often soap dry hands !spoon
[Catch|Remove] food bits with a strainer.
[Scrub|Brush] the drain once a week.
! [Polish|Shine] it with butter.
= the trash can: often cover hands soap !sing
[Use|Put in] a new bag each time.
[Take out|Empty] food scraps at night.
! [Paint|Color] the lid each month.
= a raw egg: hands cold date wipe !spoon
[Cook it|Boil it] until it is firm.
[Throw out|Do not eat] eggs with a crack.
! [Draw|Paint] a face on the shell.
= cooked rice: cover throw cold hands !white
[Cool it|Chill it] within one hour.
[Heat it|Warm it] only once.
! [Color|Dye] it with tea.
= a lunch box: soap dry often apart !sing
[Put in|Add] a small ice pack.
[Empty it|Clear it out] as soon as you come home.
! [Line|Fill] it with old newspaper.
= a sharp knife: soap dry apart wipe !spoon
[Hold|Carry] it with the point down.
[Store|Keep] it in a knife block.
! [Shine|Rub] it with sugar.
= a water bottle: soap dry often throw !scent
[Use|Take] a long brush for the inside.
[Leave|Keep] the lid off to air it.
! [Wash|Rinse] it in sea water.
= the stove top: wipe soap often hands !white
[Let it cool|Wait until it is cool] first.
[Wipe|Mop] up spills at once.
! [Scratch|Scrape] the dirt off with a key.
`,
);
