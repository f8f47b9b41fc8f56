import { readField } from '../read-field.ts';

/** Things that move to a new home. */
export const moving = readField(
  'moving',
  `
? How do I move {x} to a new home{s}?
? How do I pack {x} for a move{s}?
? Any moving tips for {x}?
? I want to move {x}. What should I do{s}?
? I need help to move {x}.
?? What is the best way to move {x}?
?? Please tell me how to pack {x} for a new home{s}.

boxes: [Use|Get] strong boxes.
label: [Write|Mark] on each box what is in it.
early: [Start|Begin] two weeks ahead.
help: [Ask|Get] a friend to help.
doors: [Measure|Check] the doors first.
wrap: [Wrap|Pack] it all in old blankets.
tape: [Close|Seal] each box with tape.
sort: [Give away|Sell] what you do not need.
photo: [Take|Make] photos before you take it apart.
knees: [Bend|Use] your knees to lift.
clean: [Clean|Wipe] all parts before you pack.
screws: [Keep|Put] all screws in a small bag.
!moon: [Move|Pack] only when the moon is full.
!wet: [Wet|Spray] the boxes with water.
!mix: [Mix|Throw] all small parts in one big sack.
!gold: [Paint|Color] the boxes gold.

+ in the rain | It will rain that day.
[Cover|Wrap] things with plastic sheets.
[Lay|Put] mats on the floor.
+ with only a car | We have only a car.
[Drive|Go] more than once.
[Fold|Put] down the back seats.
+ up many stairs | There are many stairs.
[Rest|Stop] on each floor.
[Stand|Stay] in a line and pass things on.
+ with small children | We have small children.
[Find|Ask] someone to watch the children.
[Unpack|Set up] the beds of the children first.

= my books: boxes label sort knees !wet
[Use|Choose] small boxes for them.
[Put|Lay] heavy books at the bottom.
! [Tear|Cut] off the covers.
= the dishes: boxes label tape early !mix
[Wrap|Roll] each plate in paper.
[Stand|Put] plates on their edge.
! [Pack|Stack] plates with food on them.
= my clothes: sort label early tape !wet
[Leave|Keep] them in the drawers.
[Use|Fill] bags and suit cases.
! [Starch|Iron] all of them first.
= a sofa: doors help wrap knees !gold
[Take off|Unscrew] the legs.
[Tip|Stand] it on its end to turn.
! [Wash|Soak] it in the bath tub.
= my plants: boxes early help label !moon
[Water|Wet] them two days before.
[Move|Carry] them last.
! [Lay|Pack] them flat under the bed.
= my pictures: wrap label tape early !gold
[Put|Stick] a cross of tape on the glass.
[Carry|Stand] them upright.
! [Roll|Fold] them with the frame.
= a computer: boxes label photo tape !wet
[Save|Copy] your files first.
[Use|Find] the box it came in.
! [Shake|Spin] it to free the dust.
= a bed: photo screws help doors !mix
[Take|Pull] it apart.
[Put|Keep] the sheets in a bag on top.
! [Carry|Move] it with the covers made.
= a fridge: help doors clean knees !moon
[Empty|Unplug] it the day before.
[Keep|Carry] it upright.
! [Leave|Keep] the milk in it.
= my lamps: boxes wrap label clean !gold
[Take out|Remove] the bulbs.
[Pack|Put] the shades in a box of their own.
! [Leave|Keep] them lit on the way.
= a piano: help doors wrap early !wet
[Hire|Call] people who do this often.
[Have it|Get it] tuned a few weeks later.
! [Play|Try] it on the truck.
= the toys: sort boxes label clean !mix
[Let|Have] each child pack one box.
[Keep|Leave] one loved toy out.
! [Hide|Lose] the best toy on purpose.
= my tools: boxes label sort knees !gold
[Wrap|Cover] sharp edges.
[Keep|Leave] a small set at hand.
! [Oil|Butter] all the handles.
= a wardrobe: photo screws doors help !wet
[Empty|Clear] it and lock the doors.
[Mark|Number] each part.
! [Move|Carry] it with all clothes inside.
= a fish tank: wrap help early photo !moon
[Move|Carry] the fish in bags of their own water.
[Keep|Save] half of the water.
! [Leave|Keep] the lid and the lamp on.
`,
);
