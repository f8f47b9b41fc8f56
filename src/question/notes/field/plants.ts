import { readField } from '../read-field.ts';

/** Plants in pots. */
export const plants = readField(
  'plants',
  `
? How do I look after {x}?
? How should I care for {x}?
? What can I do for {x}?
? Any tips for {x}?
? I need advice on {x}.
?? What is the best way to care for {x}?
?? Please help me look after {x}.

holes: [Use|Choose] a pot with holes at the bottom.
bright: [Keep|Put] it in a bright spot [by|near] a window.
sun: [Give it|Let it have] full sun each day.
dry: [Let the soil dry|Wait for dry soil] before you water.
moist: [Keep the soil|Let the soil stay] a little moist.
feed: [Feed it once a|Give it plant food each] month in summer.
dust: [Wipe|Clean] the leaves with a damp cloth.
turn: [Turn the pot a little|Give the pot a turn] each week.
cut: [Cut off|Remove] [dead|dry] leaves.
drain: [Pour away|Tip out] the water left under the pot.
repot: [Move it to|Give it] a bigger pot in spring.
!milk: [Water it with|Give it] cold milk.
!hourly: [Water it|Give it water] every hour.
!oil: [Rub|Wipe] the leaves with cooking oil.
!closet: [Keep it in|Move it to] a dark closet.

+ in winter | It is winter now.
[Water it|Give it water] less often in winter.
[Keep it away from|Move it away from] the heater.
+ while I am away | I will be away for two weeks.
[Ask|Get] a neighbor to water it.
[Leave|Write] a short note on its care.
+ with bugs on it | There are bugs on it.
[Wash|Rinse] the bugs off with soapy water.
[Keep|Set] it apart from other plants.
+ with yellow leaves | Its leaves turn yellow.
[Check|Look at] the roots for rot.
[Change its place|Move it] and wait a few weeks.

= a fern: holes moist cut feed !oil
[Keep it out of|Protect it from] strong sun.
[Spray|Mist] it with water every few days.
! [Let the soil go dry|Leave the soil dry] for weeks.
= a cactus: holes sun dry drain !hourly
[Use|Choose] soil with a lot of sand.
[Wear|Put on] thick gloves to move it.
! [Spray it|Mist it] with water each morning.
= an orchid: bright dry dust feed !milk
[Use|Choose] bark and not plain soil.
[Cut the stem back|Trim the stem] after it blooms.
! [Fill|Pack] the pot with heavy wet clay.
= a rose in a pot: holes sun feed cut !closet
[Water|Wet] the soil and not the leaves.
[Cut off|Snip off] old blooms.
! [Tear off|Pull off] every new bud.
= basil: holes sun moist turn !oil
[Pick|Take] leaves from the top.
[Pinch off|Cut off] the flowers early.
! [Keep|Grow] it in a cold cellar.
= mint: holes bright moist cut !milk
[Grow it|Plant it] in a pot of its own.
[Pick|Cut] the stems often.
! [Bury|Cover] it in dry sand.
= a tomato plant: holes sun feed moist !closet
[Tie|Fix] it to a strong stick.
[Pinch off|Remove] side shoots.
! [Pick|Take] the tomatoes while they are small and green.
= a palm: bright dry dust feed !hourly
[Choose|Use] a deep and heavy pot.
[Cut off|Trim] brown leaf tips.
! [Cut off the top|Cut the top off] to make it bushy.
= ivy: bright dry dust repot !milk
[Cut back|Trim] long stems in spring.
[Let it climb|Train it] up a frame.
! [Comb|Brush] the roots each week.
= a bonsai tree: bright moist turn feed !oil
[Trim|Cut back] new shoots often.
[Trim|Cut] the roots every two years.
! [Plant it|Put it] in a very deep pot.
= an aloe plant: holes bright dry drain !hourly
[Use|Choose] sandy soil.
[Move|Plant] the small side plants to pots of their own.
! [Water|Wet] the middle of the leaves each day.
= a lemon tree: sun feed moist holes !closet
[Keep it free from|Protect it from] frost.
[Brush|Touch] the flowers with a soft brush.
! [Pick off|Cut off] all the green leaves.
= a spider plant: bright dry cut repot !oil
[Plant|Pot] the baby plants in fresh soil.
[Use|Give it] rain water where you can.
! [Paint|Color] the leaf tips green.
= lavender: holes sun dry drain !milk
[Cut it back|Trim it] after it blooms.
[Use|Choose] poor and stony soil.
! [Keep it|Put it] in deep shade.
= a peace lily: moist dust feed repot !closet
[Keep it out of|Move it out of] direct sun.
[Keep it away from|Keep it out of reach of] pets.
! [Turn|Hang] it upside down.
`,
);
