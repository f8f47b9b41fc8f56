import { readField } from '../read-field.ts';

/** Saving power and heat at home. */
export const energy = readField(
  'energy',
  `
? How do I save power with {x}?
? How can I use less power for {x}?
? What saves energy with {x}?
? Any energy tips for {x}?
? My bill is too high because of {x}. What can I do?
?? What is the best way to save energy with {x}?
?? Please help me save power with {x}.

off: [Turn it off|Switch it off] when you go out.
full: [Run it|Start it] only when it is full.
eco: [Use|Choose] the eco setting.
label: [Buy|Choose] one with a good energy label.
clean: [Clean it|Wipe it] often.
meter: [Read|Check] the meter each month.
plug: [Pull out|Take out] the plug at night.
timer: [Set|Use] a timer.
low: [Set it|Turn it] a little lower.
gaps: [Close|Seal] the gaps.
size: [Choose|Buy] the right size.
short: [Use it|Run it] for a shorter time.
!day: [Leave it|Keep it] on all day.
!max: [Set it|Turn it] to the highest level.
!two: [Buy|Get] a second one to share the work.
!green: [Paint it|Color it] green.

+ in a rented flat | I rent my flat.
[Ask|Write to] the owner about repairs.
[Use|Choose] things you can take with you.
+ in winter | It is winter.
[Close|Draw] the curtains when it gets dark.
[Wear|Put on] a sweater at home.
+ in a big family | We are a big family.
[Agree|Decide] on rules for all.
[Put|Stick] a note next to the switch.
+ in an old house | The house is old.
[Let|Have] an expert look at the wires.
[Fix|Repair] the worst part first.

= the heater: low timer gaps meter !max
[Keep|Move] the sofa away from it.
[Let|Bleed] the air out of it each year.
! [Hide|Put] it behind a wood board.
= hot water: low short meter timer !max
[Take|Have] a shower and not a bath.
[Fix|Repair] taps that drip.
! [Let the water run|Leave the water on] while you brush your teeth.
= the fridge: clean label size low !two
[Let food cool|Cool food] before you put it in.
[Close|Shut] the door quickly.
! [Put|Set] it next to the stove.
= the washing machine: full eco label short !max
[Wash at|Choose] a low heat.
[Skip|Leave out] the first wash.
! [Wash|Clean] each shirt on its own.
= the dryer: full clean label eco !green
[Dry|Hang] clothes in the air when you can.
[Spin|Wring] the clothes well first.
! [Put|Load] dripping clothes in it.
= the stove: size short clean low !two
[Put|Keep] a lid on the pot.
[Turn it off|Switch it off] a few minutes early.
! [Use|Take] a small pot on a big ring.
= a lamp: off label clean timer !green
[Use|Buy] an LED bulb.
[Use|Let in] daylight.
! [Paint|Color] the room black.
= a computer: off plug label short !max
[Let it sleep|Send it to sleep] after ten minutes.
[Make|Set] the screen less bright.
! [Leave|Keep] all programs open at night.
= the TV: off plug label eco !green
[Make|Set] the picture less bright.
[Use|Buy] a plug strip with a switch.
! [Watch|Use] two screens at a time.
= the kettle: clean size off label !two
[Boil|Heat] only the water you need.
[Keep|Store] hot water in a flask.
! [Boil|Heat] the water twice for each cup.
= the oven: short clean label timer !max
[Keep|Leave] the door shut while it bakes.
[Bake|Cook] two things at a time.
! [Bake|Cook] one small thing at a time.
= a fan: off low timer clean !day
[Use|Run] it only while you are in the room.
[Open the windows|Let in cool air] at night.
! [Point|Turn] it at an empty wall.
= the windows: gaps meter
[Open|Air] them wide for five minutes.
[Use|Close] thick curtains at night.
[Let the sun in|Let in the sun] by day.
[Choose|Buy] double glass.
! [Leave|Keep] them half open all day.
! [Paint|Color] the glass white.
= the freezer: clean label low gaps !two
[Melt|Remove] the ice twice a year.
[Put|Keep] it in a cool room.
! [Put|Load] hot soup in it.
= the dishwasher: full eco clean label !max
[Scrape|Wipe] the plates before you load them.
[Open the door|Leave the door open] to dry the plates.
! [Wash|Clean] each plate by hand first.
`,
);
