import { readField } from '../read-field.ts';

/** Animals at home. Its wrong points harm no animal. */
export const pets = readField(
  'pets',
  `
? How do I look after {x}?
? How should I care for {x}?
? What does a good owner do for {x}?
? Any pet tips for {x}?
? We have {x} now. What should we do{s}?
?? What is the best way to care for {x}?
?? Please help me look after {x}.

vet: [Take it to|See] the vet once a year.
water: [Give it|Set out] fresh water each day.
clean: [Clean|Wash] its home each week.
play: [Play with it|Give it some play] each day.
quiet: [Give it|Let it have] a quiet place to rest.
food: [Buy|Choose] food that is made for it.
treats: [Give it|Let it have] only a few treats.
slow: [Move slowly|Make no quick moves] near it.
same: [Feed it|Give it food] at the same time each day.
weigh: [Weigh it|Check its weight] once a month.
brush: [Brush|Comb] its coat each week.
room: [Give it|Make sure it has] room to move.
!hat: [Put|Set] a small hat on it.
!music: [Play|Put on] fast music for it.
!tv: [Leave|Keep] the TV on for it.
!words: [Read|Teach] it the names of the days.

+ with small children | We have small children.
[Show|Teach] the children how to touch it.
[Stay|Be] in the room when they meet.
+ in a small flat | My flat is small.
[Use|Build] shelves to save space.
[Keep|Put] cords and small things out of reach.
+ while I travel | I travel a lot.
[Ask|Find] a friend who knows it.
[Leave|Write down] the number of the vet.
+ in hot weather | It is very hot.
[Keep it|Move it] out of the sun.
[Keep|Leave] the room cool.

= a puppy: play same vet treats !hat
[Take|Let] it out every few hours.
[Praise|Reward] it when it does well.
! [Call it by|Give it] a new name each day.
= a kitten: play vet quiet same !music
[Show|Give] it a clean litter box.
[Give|Get] it a post to scratch.
! [Teach|Ask] it to sit and bark.
= a rabbit: room clean water slow !tv
[Give|Feed] it plenty of hay.
[Let it live|Keep it] with another rabbit.
! [Teach|Ask] it to fetch a ball.
= a goldfish: food same quiet room !words
[Change|Replace] part of the water each week.
[Use|Run] a filter in the tank.
! [Show|Read] it a book each night.
= a hamster: clean quiet food water !music
[Give|Get] it a large wheel.
[Let|Have] it sleep by day.
! [Give|Buy] it a red collar.
= a small bird: room clean quiet water !hat
[Hang|Put] the cage away from drafts.
[Let it fly|Give it time to fly] in a closed room.
! [Hang|Put] a clock in the cage.
= an old dog: vet weigh quiet same !music
[Take|Go for] short walks.
[Give|Get] it a soft warm bed.
! [Buy|Get] it new shoes.
= an old cat: vet brush quiet weigh !tv
[Put|Set] its bowl in easy reach.
[Use|Get] a low litter box.
! [Buy|Get] it a new name tag each week.
= a turtle: food clean vet weigh !hat
[Give it|Set up] a warm dry spot.
[Use|Put in] a lamp like the sun.
! [Teach|Ask] it to run fast.
= a guinea pig: clean water slow room !words
[Give|Feed] it hay and fresh greens.
[Keep|Get] two of them.
! [Teach|Ask] it to climb a tree.
= a hen: water clean room food !hat
[Shut|Lock] it in at night.
[Collect|Take] the eggs each day.
! [Put|Leave] the eggs back in the nest.
= a pony: brush water vet room !music
[Pick|Clean] its hooves each day.
[Let it eat|Feed it] grass and hay.
! [Let|Have] it sleep on a carpet.
= a shy cat: slow quiet same play !words
[Let it come|Wait for it to come] to you.
[Speak|Talk] in a soft voice.
! [Sing|Call] loudly until it comes.
= a big dog: play brush vet room !tv
[Walk it|Take it out] twice a day.
[Teach|Train] it to come when called.
! [Let|Have] it choose the way each time.
= a gecko: clean food water slow !music
[Keep|Make] one side of its tank warm.
[Spray|Mist] the tank in the evening.
! [Call|Whistle] for it to come.
`,
);
