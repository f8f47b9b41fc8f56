import { readField } from '../read-field.ts';

/** Nights in a tent. */
export const camping = readField(
  'camping',
  `
? Any camping tips for {x}?
? What should I know about {x} when camping{s}?
? How do I deal with {x} on a camping trip{s}?
? How do I plan for {x} at camp{s}?
? I need help with {x} at our camp{s}.
?? What is the best way to deal with {x} at camp{s}?
?? Please give me camping tips for {x}.

flat: [Look for|Choose] flat dry ground.
lamp: [Keep|Have] a head lamp close to you.
trash: [Take|Carry] all trash home.
home: [Try|Test] your gear at home first.
early: [Start|Begin] before it gets dark.
bags: [Keep|Pack] things in dry bags.
rules: [Ask about|Read] the camp rules.
quiet: [Be|Stay] quiet after ten at night.
tell: [Tell a friend|Let a friend know] where you are.
warm: [Wear|Bring] warm layers.
water: [Have|Keep] enough water at hand.
list: [Make|Write] a list of what you need.
!radio: [Play|Turn on] a loud radio all night.
!suit: [Wear|Bring] your best suit.
!lights: [Leave|Keep] all lamps on until morning.
!sofa: [Bring|Take] a sofa from home.

+ with children | We go with children.
[Give|Hand] each child a whistle.
[Plan|Think of] games for the evening.
+ in cold weather | It will be cold.
[Wear|Bring] a wool hat at night.
[Fill|Make] a hot water bottle.
+ for the first time | I have never camped.
[Stay|Camp] close to home.
[Borrow|Rent] what you do not own.
+ in the rain | It may rain.
[Camp|Sleep] on higher ground.
[Hang|Put up] a large sheet over the table.

= the tent: flat home early lamp !sofa
[Push|Press] the pegs in at a slant.
[Turn|Set] the door away from the wind.
! [Put|Pitch] it in the lowest hollow.
= the camp fire: rules water early quiet !suit
[Keep|Build] it small and far from the tent.
[Put it out|Put the fire out] with water before bed.
! [Burn|Use] only wet green leaves.
= camp food: list water trash bags !sofa
[Choose|Plan] meals that need one pot.
[Keep|Store] food in a closed box.
! [Bring|Take] a whole frozen cake.
= a sleeping bag: home bags warm lamp !lights
[Lay|Put] a mat under it.
[Air it|Shake it out] each morning.
! [Sleep|Lie] on top of it.
= a rainy day: bags warm list home !suit
[Bring|Pack] cards and a good book.
[Dry|Hang] wet things under a roof.
! [Touch|Rub] the wet tent walls often.
= drinking water: list rules home trash !radio
[Boil|Filter] water from a stream.
[Use|Keep] one can for clean water only.
! [Add|Mix in] red color to the water.
= a night walk: lamp warm tell quiet !suit
[Stay|Keep] on the path.
[Take|Bring] spare batteries.
! [Walk|Go] on the tips of your toes.
= strong wind: flat lamp early tell !lights
[Use|Put in] extra pegs and ropes.
[Camp|Stay] behind a wall or hedge.
! [Hold|Fly] a kite from the tent.
= wild animals: trash quiet rules lamp !sofa
[Keep|Hang] food out of the tent.
[Watch|Look at] them from far away.
! [Call|Shout] out a name for each of them.
= small insects: bags rules lamp trash !lights
[Wear|Choose] long sleeves at night.
[Keep|Zip] the tent door shut.
! [Put|Smear] jam on the tent.
= the camp stove: home flat list rules !suit
[Use it|Light it] outside the tent.
[Take|Bring] spare gas.
! [Cook|Heat] an empty pot first.
= washing up: water trash bags list !radio
[Carry|Take] the water far from the lake.
[Use|Take] only a little mild soap.
! [Leave|Keep] the plates for the birds.
= the last day: trash early list quiet !lights
[Dry|Air] the tent before you pack it.
[Look|Check] for pegs in the grass.
! [Pack|Roll] the tent with the pegs in it.
= a lake shore: tell flat rules trash !radio
[Camp|Stay] some way from the water.
[Watch|Look after] children near the water.
! [Wash|Clean] pots in the lake.
= the toilet at camp: rules trash lamp quiet !sofa
[Bring|Take] paper and hand gel.
[Dig|Make] a hole far from the stream.
! [Bury|Leave] plastic in the hole.
`,
);
