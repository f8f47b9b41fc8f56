import { readField } from '../read-field.ts';

/** Work for school and courses. */
export const study = readField(
  'study',
  `
? How should I work on {x}?
? How do I do well with {x}?
? Any study tips for {x}?
? I need help with {x}.
? What is a good plan for {x}?
?? What is the best way to work on {x}?
?? Please give me study tips for {x}.

plan: [Make|Write] a plan with small steps.
quiet: [Work|Sit] in a quiet place.
breaks: [Take|Have] a short break each hour.
phone: [Put your phone|Keep the phone] out of sight.
early: [Start|Begin] early.
sleep: [Sleep|Rest] well the night before.
aloud: [Read it|Say it] out loud.
quiz: [Test|Quiz] yourself without the book.
ask: [Ask|Go to] your teacher when you are stuck.
check: [Check|Read over] your work at the end.
daily: [Do|Work] a little each day.
read: [Read|Study] the task twice.
!allnight: [Stay up|Work] all night before it.
!once: [Read|Look at] it just once.
!tv: [Work|Sit] with the TV on.
!hard: [Skip|Leave out] all the hard parts.

+ with friends | I study with friends.
[Share|Split] the tasks in the group.
[Explain|Teach] things to each other.
+ next to a job | I have a job as well.
[Fix|Set] one hour for it each day.
[Use|Read on] the ride to work.
+ in a noisy home | My home is noisy.
[Use|Wear] ear plugs.
[Go to|Try] a library.
+ on a computer | I work on a computer.
[Save|Store] your files often.
[Close|Shut] all other windows.

= new words: daily aloud quiz breaks !once
[Write|Put] each word on a small card.
[Use|Put] the word in a sentence.
! [Learn|Try] two hundred words at a time.
= a math test: early quiz sleep ask !allnight
[Do|Solve] old tests.
[Show|Write down] each step.
! [Learn|Know] the answers of old tests by heart.
= a hard book: quiet breaks ask daily !once
[Read|Look at] the chapter titles first.
[Sum up|Retell] each chapter in your own words.
! [Mark|Color] every line in the book.
= an essay: plan early check read !tv
[Make|State] one main point.
[Give|Add] an example for each point.
! [Use|Choose] the longest words you know.
= a group project: plan early read check !hard
[Agree|Decide] on who does what.
[Meet|Talk] once a week.
! [Let|Have] one person do it all.
= a talk in class: plan aloud sleep early !allnight
[Look at|Face] the people.
[Put|Use] few words on each slide.
! [Read|Say] every word from the page.
= class notes: phone check ask daily !tv
[Write|Note] the main ideas only.
[Leave|Keep] space for later notes.
! [Write|Copy] down every word you hear.
= a piano piece: daily breaks quiet ask !once
[Play|Try] it slowly first.
[Play|Learn] each hand on its own.
! [Play|Start] as fast as you can.
= a long exam: sleep read check plan !hard
[Do|Answer] the easy parts first.
[Watch|Look at] the time.
! [Stay|Stop] on the first part until the end.
= homework: plan phone read check !tv
[Do|Start with] the hardest part first.
[Pack|Fill] your bag when you are done.
! [Do|Start] it on the way to school.
= a spelling test: daily aloud quiz sleep !allnight
[Write|Copy] each word three times.
[Look for|Find] small words inside long ones.
! [Learn|Know] only the first letters.
= a history test: early quiz sleep breaks !hard
[Draw|Make] a time line.
[Ask|Say] why each thing happened.
! [Learn|Read] only the dates.
= a new language: daily aloud ask quiz !once
[Listen to|Play] songs and short talks.
[Speak|Talk] from the first day on.
! [Wait|Keep quiet] until you know it all.
= a lab report: plan read check early !tv
[Write|Note] down what you saw at once.
[Label|Name] each chart.
! [Guess|Make up] the numbers that you lost.
= a book report: quiet early check plan !hard
[Say|Write] what you liked and why.
[Name|Give] the writer and the title.
! [Tell|Write] what the film was like.
`,
);
