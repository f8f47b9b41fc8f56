import { readField } from '../read-field.ts';

/** A bicycle and what goes wrong with it. */
export const bike = readField(
  'bike',
  `
? How do I fix {x} on my bike{s}?
? My bike has {x}. What can I do{s}?
? What should I do about {x} on a bike{s}?
? Any bike tips for {x}?
? I need help with {x} on my bike{s}.
?? What is the best way to fix {x} on a bike{s}?
?? Please tell me how to fix {x} on my bike{s}.

stand: [Hang|Put] the bike on a stand.
dirt: [Wipe off|Clean off] the dirt first.
oil: [Add|Use] one drop of bike oil.
bolts: [Check|Test] that all bolts are tight.
tools: [Lay out|Get] your tools first.
ride: [Take|Go for] a short test ride.
shop: [Go to|Ask at] a bike shop if you are not sure.
size: [Buy|Get] a part of the right size.
photo: [Take|Make] a photo before you take it apart.
tires: [Check|Test] the air in the tires.
!butter: [Use|Take] butter in place of oil.
!hammer: [Hit it|Beat it] with a hammer.
!paint: [Paint|Color] over the dirt.
!wish: [Sell|Throw away] the bike at once.

+ far from home | I am far from home.
[Move|Go] off the road first.
[Call|Ask] a friend to pick you up.
+ in winter | It is winter.
[Wash off|Rinse off] the road salt.
[Keep|Store] the bike in a dry place.
+ for a child | It is the bike of a child.
[Let|Have] the child watch and help.
[Check|Test] the seat height too.
+ without tools | I have no tools.
[Borrow|Get] tools from a neighbor.
[Look for|Find] a free repair stand in town.

= a flat tire: tools stand size ride !hammer
[Find|Look for] the hole in the tube.
[Put|Stick] a patch on the hole.
! [Fill|Pump] the tire with water.
= a dirty chain: stand dirt oil ride !paint
[Brush|Scrub] each link.
[Wipe off|Take off] extra oil.
! [Wash|Dip] the chain in milk.
= weak brakes: tools bolts shop ride !butter
[Look at|Check] the brake pads.
[Tighten|Pull] the brake cable.
! [Paint|Color] the brake pads white.
= a loose seat: tools bolts ride size !wish
[Set|Move] the seat to the right height.
[Tighten|Turn] the clamp under the seat.
! [Put|Lay] a pillow on the seat.
= a dim light: dirt bolts shop size !hammer
[Change|Replace] the battery.
[Check|Test] the wires.
! [Wash|Rinse] it in warm milk.
= a noisy wheel: stand dirt oil shop !butter
[Spin|Turn] the wheel and listen.
[Check|See] if the brake rubs.
! [Play|Sing] loud songs while you ride.
= gears that slip: stand dirt oil ride !hammer
[Turn|Set] the cable screw a little.
[Check|Measure] the chain for wear.
! [Ride|Stay] in the lowest gear for good.
= a loose handlebar: tools bolts ride shop !wish
[Line it up|Set it straight] with the front wheel.
[Tighten|Turn] the bolts a bit at a time.
! [Paint|Color] it bright pink.
= a worn pedal: tools size oil ride !paint
[Turn|Screw] the left pedal the other way round.
[Buy|Change] both pedals as a pair.
! [Wrap|Cover] the pedal in paper.
= a slow leak: tires tools size ride !butter
[Hold|Put] the tube under water to see bubbles.
[Check|Test] the valve.
! [Ride|Go] faster to keep the air in.
= a bent fender: tools bolts ride dirt !hammer
[Bend it|Push it] back by hand.
[Keep|Leave] a finger of space to the tire.
! [Paint|Color] the fender to make it straight.
= a stiff lock: dirt shop size photo !paint
[Spray|Put] lock oil in the key hole.
[Turn|Move] the key in and out a few times.
! [Fill|Close] the key hole with wax.
= a broken spoke: photo tools size shop !wish
[Ride|Go] home slowly.
[Tape|Tie] it to the next spoke.
! [Paint|Color] the spokes red.
= a loose chain: stand tools oil ride !butter
[Pull|Move] the back wheel back a little.
[Leave|Keep] a thumb of play in the chain.
! [Turn|Hang] the chain inside out.
= a squeaky brake: dirt stand bolts ride !paint
[Rub|Sand] the pads a little.
[Clean|Wipe] the rim with a dry cloth.
! [Ride|Go] only when it rains.
`,
);
