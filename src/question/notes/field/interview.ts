import { readField } from '../read-field.ts';

/** Talks for a job. */
export const interview = readField(
  'interview',
  `
? How do I get ready for {x}?
? What should I do before and in {x}?
? Any tips for {x}?
? I have {x} soon. What should I do?
? I need advice on {x}.
?? What is the best way to get ready for {x}?
?? Please help me with {x}.

read: [Read|Learn] about the place first.
early: [Be there|Be ready] ten minutes early.
neat: [Wear|Put on] clean and neat clothes.
smile: [Smile|Look up] when you say hello.
answers: [Practice|Prepare] answers to common questions.
ask: [Ask|Have] two good questions [at|for] the end.
cv: [Bring|Have] a copy of your CV.
thanks: [Send|Write] a thank you note.
honest: [Be honest|Tell the truth] about what you can do.
phone: [Turn off|Mute] your phone.
story: [Give|Name] an example from your past work.
listen: [Listen|Wait] before you speak.
!late: [Come|Arrive] late to look busy.
!pay: [Ask|Talk] about pay first of all.
!boast: [Say|Claim] that you never make mistakes.
!jokes: [Tell|Start with] long jokes.

+ as a beginner | It will be my first job.
[Talk|Speak] about school and hobbies.
[Show|Say] that you want to learn.
+ in a second language | It is not in my own language.
[Learn|Practice] ten key words for the job.
[Ask|Get] them to say things again.
+ after a long break | I have not worked for years.
[Say|Explain] in one line why you had a break.
[Name|Show] what you did in that time.
+ on short notice | It is tomorrow.
[Get your clothes ready|Lay out your clothes] tonight.
[Look up|Check] the way there tonight.

= a phone interview: answers honest listen thanks !jokes
[Sit|Stand] in a quiet place.
[Keep|Have] your notes next to you.
! [Eat|Chew] while you talk.
= a video interview: neat answers phone ask !late
[Test|Check] your camera and sound.
[Look|Speak] into the camera.
! [Turn|Switch] the picture off.
= a group interview: listen smile honest early !boast
[Use|Say] the names of the others.
[Let others|Allow others to] finish their point.
! [Speak|Talk] louder than all others.
= a second interview: read ask story thanks !pay
[Think|Look] back to the first talk.
[Plan|Say] what you would do in the first month.
! [Give|Repeat] the very same answers.
= an interview at a bank: read neat cv honest !jokes
[Show|Prove] that you are good with numbers.
[Say|Explain] how you check your work.
! [Ask|Beg] for a loan.
= an interview at a school: read story smile ask !late
[Say|Explain] why you like to teach.
[Bring|Show] a plan for one lesson.
! [Say|Claim] that you dislike noise and children.
= an interview at a shop: neat smile early honest !boast
[Visit|Look round] the shop before.
[Show|Say] how you help a customer.
! [Point|Laugh] at the price tags.
= an interview at a hotel: neat smile phone story !pay
[Name|List] the languages you speak.
[Say|Explain] that you can work at night.
! [Ask|Look] for a free room.
= an interview at a cafe: early smile honest ask !jokes
[Show|Say] that you stay calm when it is busy.
[Learn|Read] the menu.
! [Order|Drink] five coffees.
= an interview at a hospital: read cv honest listen !late
[Talk|Speak] about your work in a team.
[Bring|Show] your health papers.
! [Wear|Put on] a doctor's coat.
= an interview on a farm: early honest ask phone !boast
[Wear|Bring] strong shoes.
[Say|Show] that you can get up early.
! [Wear|Bring] a long silk scarf.
= an interview at a library: read answers phone thanks !jokes
[Name|Talk about] a book you like.
[Show|Say] that you keep things in order.
! [Speak|Talk] only in a whisper.
= an interview at a garage: honest cv story early !pay
[Name|List] the cars you have worked on.
[Show|Say] how you keep your tools safe.
! [Wear|Bring] gloves full of oil.
= an interview at a newspaper: read cv ask story !boast
[Bring|Send] three texts that you wrote.
[Read|Study] the paper of the day.
! [Ask|Beg] them to print your poems.
= an interview for a summer job: early neat thanks answers !late
[Say|Tell them] which weeks you are free.
[Say|Show] that you like to be outside.
! [Say|Tell them] that any job bores you.
`,
);
