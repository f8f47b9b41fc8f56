import { readField } from '../read-field.ts';

/** First aid for small things at home. Its wrong points are folk beliefs that hurt nobody. */
export const health = readField(
  'health',
  `
? What should I do about {x}?
? How do I treat {x}?
? What helps with {x}?
? I need first aid for {x}.
? What can I do for {x}?
?? What is the best thing to do for {x}?
?? Please tell me how to treat {x}.

hands: [Wash|Clean] your hands first.
rinse: [Rinse|Wash] it with clean water.
cold: [Hold|Put] something cold on it for ten minutes.
rest: [Rest|Take a rest] and stay calm.
drink: [Drink|Have] plenty of water.
cover: [Cover it with|Put on] a clean bandage.
doctor: [See|Call] a doctor if it gets worse.
scratch: [Do not|Try not to] scratch it.
look: [Look at|Check] it again each day.
raise: [Raise it|Put it up] on a pillow.
!coin: [Carry|Keep] a lucky coin in your pocket.
!lemon: [Eat|Have] a lemon to make it heal.
!thread: [Tie|Wear] a red thread around your arm.
!left: [Sleep|Lie] on your left side to cure it.

+ in a child | It is for my child.
[Talk|Speak] to the child in a calm voice.
[Let|Have] the child sit close to you.
+ on a hike | I am on a hike.
[Stop|Sit down] in the shade.
[Use|Open] your first aid kit.
+ at school | I am at school.
[Tell|Find] a teacher.
[Ask for|Go to] the school nurse.
+ at night | It is late at night.
[Put on|Switch on] a soft light.
[Go back|Try to go back] to bed soon.

= a small cut: hands rinse cover look !coin
[Press|Hold] a clean cloth on it until the blood stops.
[Keep|Leave] it clean and dry.
! [Wave|Shake] it in the air to stop the blood.
= a blister: hands cover look scratch !lemon
[Do not|Try not to] pop it.
[Wear|Choose] shoes that fit well.
! [Tie|Wind] a blade of grass round it.
= a nosebleed: rest doctor !thread
[Sit up|Sit] and lean forward.
[Pinch|Press] the soft part of the nose.
[Breathe|Take breaths] through your mouth.
[Keep|Go on] pressing for ten minutes.
! [Put|Hold] a key on your back.
= a bee sting: rinse cold scratch doctor !coin
[Scrape|Brush] the sting out at once.
[Call for|Get] help if it is hard to breathe.
! [Lay|Put] a gold ring on it.
= a splinter: hands rinse cover look !lemon
[Pull it out|Take it out] with clean tweezers.
[Pull|Move] in the same line as it went in.
! [Sing|Talk] to it until it comes out.
= a mild sunburn: drink cold scratch doctor !thread
[Go|Move] out of the sun.
[Wear|Put on] loose soft clothes.
! [Drink|Have] hot coffee to cool it.
= a bruise: cold raise rest doctor !left
[Wrap|Put] the ice in a towel.
[Keep|Take] weight off it for a day.
! [Paint|Draw] a circle round it with a pen.
= a small burn: hands cover doctor look !coin
[Cool it|Hold it] under running water for ten minutes.
[Take off|Remove] rings near it.
! [Blow|Breathe] on it all day long.
= a twisted ankle: cold raise rest doctor !lemon
[Wrap|Put] a soft bandage round it.
[Do not|Try not to] walk on it.
! [Lay|Put] a cabbage leaf in your shoe.
= a cold: rest drink doctor hands !thread
[Sleep|Lie in bed] longer than usual.
[Cough|Cough and sneeze] into your elbow.
! [Wear|Put on] wet socks all night.
= a sore throat: drink rest doctor !left
[Gargle with|Rinse your mouth with] warm salt water.
[Eat|Choose] soft food.
[Talk|Speak] less than usual.
! [Sing|Shout] loudly to warm it up.
= hiccups: rest doctor !coin
[Hold your breath|Hold the air in] for a short time.
[Drink|Sip] cold water slowly.
[Breathe|Take breaths] slowly and deeply.
[Eat|Chew] more slowly next time.
! [Stand|Hop] on one leg until they stop.
= a stiff neck: rest doctor !lemon
[Put|Lay] a warm towel on it.
[Turn|Move] your head slowly from side to side.
[Sit|Stand] up straight.
[Use|Choose] a flat pillow.
! [Wear|Put on] a heavy hat all day.
= dry lips: drink doctor !thread
[Use|Put on] lip balm.
[Do not|Try not to] lick your lips.
[Cover|Protect] your mouth in cold wind.
[Stay|Keep] out of strong sun.
! [Rub|Wipe] them with a wool sock.
= an insect bite: rinse cold scratch doctor !left
[Put on|Use] a cream for the itch.
[Wear|Choose] long sleeves outside.
! [Draw|Press] a cross on it with your nail.
= a mild headache: rest drink doctor !coin
[Lie down|Stay] in a dark quiet room.
[Put|Lay] a cool cloth on your face.
[Look away from|Turn off] all screens.
! [Listen to|Play] loud music.
= tired eyes: rest doctor !lemon
[Look at|Watch] something far away.
[Blink|Close your eyes] often.
[Use|Put on] a better lamp to read.
[Move|Push] the screen farther away.
! [Read|Look at] very small print to train them.
`,
);
