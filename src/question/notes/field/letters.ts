import { readField } from '../read-field.ts';

/** Letters and cards. */
export const letters = readField(
  'letters',
  `
? How do I write {x}?
? What should I put in {x}?
? What makes {x} good?
? Any tips for {x}?
? I want to write {x}. What should I do?
?? What is the best way to write {x}?
?? Please help me write {x}.

date: [Put|Write] the date at the top.
name: [Use|Write] the right name.
short: [Keep it|Make it] short and clear.
why: [Say|Tell] why you write in the first line.
check: [Check|Read over] the spelling.
sign: [Sign it|Write your name] by hand.
polite: [Stay|Be] polite.
copy: [Keep|Make] a copy for yourself.
address: [Add|Give] your address.
thanks: [Say|Write] thanks at the end.
warm: [Use|Choose] warm and simple words.
ask: [Ask|Add] a question of your own.
!caps: [Write|Put] every word in capitals.
!pages: [Write|Fill] at least ten pages.
!noname: [Leave out|Hide] your name.
!code: [Write it|Put it] in a secret code.

+ by email | I will send it by email.
[Write|Add] a clear subject line.
[Check|Read] the email address twice.
+ in a second language | It is not in my own language.
[Use|Write] short sentences.
[Ask|Get] a native speaker to read it.
+ from two people | Two of us write it.
[Write|Say] we and not I.
[Put|Sign] both names at the end.
+ in a hurry | I have little time.
[Write|Note] three main points first.
[Read|Look at] it once more after a break.

= a thank you letter: name warm sign short !caps
[Name|Mention] the gift or the help.
[Tell|Say] how you use it.
! [Say|Tell] what it must have cost.
= a letter of complaint: date why polite copy !code
[Say|Explain] what went wrong and when.
[Say|State] what you want them to do.
! [Call|Give] them rude names.
= a cover letter: name why check address !pages
[Say|Show] why you fit the job.
[Name|Give] one thing you are proud of.
! [List|Name] all your school friends.
= a letter to my landlord: date address polite copy !caps
[Describe|Show] the problem in the flat.
[Ask for|Suggest] a date for the repair.
! [Draw|Paint] the flat as a castle.
= a birthday card: name warm sign short !noname
[Wish them|Hope for] a good year.
[Recall|Tell of] a nice day you had together.
! [Ask|Guess] how old they look.
= a letter to say sorry: name warm short sign !code
[Say|Admit] what you did wrong.
[Offer|Promise] to make it good.
! [Say|Write] that it was their fault.
= an invitation: name date address warm !pages
[Say|Give] the time and the place.
[Ask|Tell] them to reply by a set day.
! [Keep|Make] the place a secret.
= a letter to a teacher: name why polite thanks !caps
[Give|Name] the class of your child.
[Ask for|Offer] a time to talk.
! [Correct|Mark] the teacher in red.
= a letter to a pen friend: warm ask sign date !code
[Tell|Write] about your day and your town.
[Answer|Reply to] the last letter first.
! [Copy|Send] the same letter each time.
= a get well card: name warm short sign !noname
[Wish them|Hope for] a quick return to health.
[Offer|Say] one thing you can do to help.
! [List|Name] all your own aches.
= a reference letter: date name check address !pages
[Say|Tell] how long you have known the person.
[Give|Name] one example of good work.
! [Write|Talk] only about yourself.
= a letter to a bank: date why copy check !code
[Give|Write] your account number.
[Say|State] by when you need a reply.
! [Draw|Stick] a coin on it.
= a postcard: name short warm address !pages
[Say|Tell] where you are.
[Name|Describe] the best thing you saw.
! [Cover|Paint] the stamp with ink.
= a letter to a neighbor: name polite short why !caps
[Offer|Ask] to talk about it.
[Suggest|Give] one fair idea.
! [Throw|Leave] it over the fence at night.
= a farewell letter: name warm thanks sign !noname
[Recall|Tell of] a good time at work.
[Say|Tell] how to reach you.
! [List|Name] all who made you angry.
`,
);
