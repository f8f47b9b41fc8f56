import { readField } from '../read-field.ts';

/** What keeps people awake. */
export const sleep = readField(
  'sleep',
  `
? How do I sleep well with {x}?
? I sleep badly because of {x}. What helps{s}?
? What helps me sleep in spite of {x}?
? Any sleep tips for {x}?
? I need help to sleep with {x}.
?? What is the best way to sleep with {x}?
?? Please tell me how to sleep with {x}.

same: [Go to bed|Lie down] at the same time each night.
dark: [Keep|Make] the room dark.
cool: [Keep|Make] the room cool.
screen: [Put away|Turn off] screens an hour before bed.
coffee: [Skip coffee|Drink no coffee] after lunch.
walk: [Take|Go for] a walk by day.
read: [Read|Look at] a calm book in bed.
bath: [Take|Have] a warm bath before bed.
breathe: [Breathe|Take breaths] slowly and deeply.
plugs: [Use|Wear] ear plugs.
mask: [Use|Wear] a sleep mask.
air: [Air|Let fresh air into] the room before bed.
!sport: [Run|Train] hard right before bed.
!meal: [Eat|Have] a big meal late at night.
!clock: [Look at|Watch] the clock each hour.
!tv: [Leave|Keep] the TV on all night.

+ with a baby | We have a baby.
[Sleep|Rest] when the baby sleeps.
[Take|Work in] turns at night.
+ in a shared room | I share my room.
[Agree|Decide] on a time for lights out.
[Use|Get] a small lamp for the book.
+ before a big day | I have a big day tomorrow.
[Pack|Lay out] your things in the evening.
[Set|Use] two alarms.
+ on vacation | I am on vacation.
[Bring|Take] your own pillow.
[Ask for|Choose] a room at the back.

= a noisy street: plugs same read cool !tv
[Play|Use] soft steady sound.
[Move|Turn] the bed away from the window.
! [Sleep|Lie] with the window wide open.
= jet lag: walk coffee mask dark !meal
[Live|Eat] by the new time at once.
[Get|Look for] morning light.
! [Sleep|Stay in bed] until noon each day.
= a hot room: air bath dark coffee !sport
[Use|Choose] a thin sheet.
[Close|Draw] the curtains by day.
! [Use|Take] two thick blankets.
= night shifts: dark plugs coffee screen !clock
[Wear|Use] dark glasses on the way home.
[Tell|Ask] the family to be quiet by day.
! [Change|Move] your bed time every day.
= bad dreams: breathe read bath same !tv
[Write|Note] the dream down by day.
[Think of|Make up] a good end for the dream.
! [Watch|See] a scary film before bed.
= a hotel bed: same read air mask !meal
[Ask|Call] for one more pillow.
[Bring|Use] a smell from home.
! [Move|Push] the bed into the hall.
= cold feet: bath walk same breathe !clock
[Wear|Put on] warm socks.
[Move|Rub] your feet before bed.
! [Hold|Put] your feet in cold water.
= a busy mind: breathe read screen walk !sport
[Write|Note] down your thoughts.
[Plan|List] the next day before dinner.
! [Solve|Do] hard sums in bed.
= a new home: same dark air read !tv
[Put|Lay] your old blanket on the bed.
[Learn|Check] the sounds of the house.
! [Sleep|Lie] in a new room each night.
= a very early start: same screen coffee cool !meal
[Lay out|Choose] your clothes the night before.
[Go|Get] to bed an hour sooner.
! [Stay up|Keep awake] so as not to miss it.
= a night train: plugs mask read breathe !sport
[Choose|Book] a low bunk.
[Keep|Put] your bag close to your head.
! [Walk|Go] up and down the train all night.
= a loud partner: plugs cool breathe same !clock
[Ask|Help] the partner to lie on one side.
[Try|Use] a room of your own at times.
! [Wake|Push] the partner every hour.
= a bright room: mask same cool screen !meal
[Hang|Use] thick curtains.
[Cover|Tape over] small lamps on machines.
! [Paint|Color] the walls in bright yellow.
= dry air: cool air walk coffee !tv
[Put|Set] a bowl of water near the heater.
[Drink|Have] some water before bed.
! [Turn|Set] the heater to the top.
= a hard bed: bath walk same breathe !sport
[Lay|Put] a soft cover on it.
[Put|Use] a pillow under your knees.
! [Sleep|Lie] on the bare floor.
`,
);
