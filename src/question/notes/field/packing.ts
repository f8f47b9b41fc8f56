import { readField } from '../read-field.ts';

/** Bags for a trip. */
export const packing = readField(
  'packing',
  `
? What should I pack for {x}?
? What do I need for {x}?
? How do I pack for {x}?
? I need a packing list for {x}.
? Any packing tips for {x}?
?? What should go in my bag for {x}?
?? Please help me pack for {x}.

list: [Write|Make] a list before you pack.
roll: [Roll your clothes|Roll up clothes] to save space.
water: [Take|Bring] a bottle of water.
papers: [Keep|Carry] tickets and papers in one place.
pills: [Take|Pack] the pills you need each day.
charger: [Take|Bring] your phone charger.
heavy: [Put|Pack] heavy things at the bottom.
space: [Leave|Keep] some free space in the bag.
shoes: [Wear|Take] shoes that you can walk in well.
warm: [Take|Pack] a warm sweater.
snacks: [Bring|Pack] some snacks.
name: [Write|Put] your name on the bag.
!coats: [Take|Pack] every coat you own.
!open: [Put|Pack] open bottles between your clothes.
!late: [Start|Begin] to pack at the last minute.
!full: [Fill|Load] the bag until it will not close.

+ with a small child | I will take a small child.
[Pack|Take] a small toy.
[Take|Pack] spare clothes for the child.
+ in the rain | It may rain.
[Take|Pack] a rain coat.
[Keep|Put] dry clothes in a plastic bag.
+ with one small bag | I can take only one small bag.
[Choose|Take] clothes that go together.
[Wear|Put on] your biggest clothes on the way.
+ in cold weather | It will be cold.
[Take|Pack] a hat and gloves.
[Wear|Put on] several thin layers.

= a beach trip: list water roll snacks !coats
[Take|Pack] sun cream and a sun hat.
[Bring|Take] a big towel.
! [Wear|Take] thick wool socks for the sand.
= a ski trip: list warm heavy papers !open
[Take|Pack] goggles for the snow.
[Bring|Pack] sun cream and lip balm.
! [Wear|Take] open sandals for the snow.
= a city trip: shoes charger papers water !late
[Keep|Carry] your money close to your body.
[Save|Load] a map on your phone.
! [Carry|Take] all your cash in one back pocket.
= a work trip: list papers charger roll !coats
[Hang|Pack] your good clothes in a cover.
[Take|Bring] a pen and a note pad.
! [Wear|Take] only beach clothes.
= a hike: shoes water snacks warm !full
[Take|Carry] a map and a small lamp.
[Pack|Take] a small first aid kit.
! [Wear|Take] brand new boots.
= a school trip: list water snacks name !open
[Take|Bring] the signed form.
[Bring|Take] only a little money.
! [Take|Bring] all your school books.
= a boat trip: water warm name snacks !coats
[Wear|Take] shoes with a grip.
[Take|Pack] pills for sea sickness.
! [Bring|Take] a large glass vase.
= a long flight: papers charger pills warm !full
[Wear|Choose] loose clothes.
[Take|Pack] an eye mask and ear plugs.
! [Pack|Put] your passport in the checked bag.
= a train trip: snacks water papers charger !late
[Choose|Take] a bag that you can lift.
[Bring|Take] a book for the ride.
! [Bring|Take] your own folding chair.
= a week on a farm: list roll pills warm !open
[Take|Pack] rubber boots.
[Bring|Take] old clothes for dirty work.
! [Wear|Take] white shoes for the barn.
= a wedding: list papers heavy charger !full
[Pack|Take] the gift in a box.
[Take|Bring] a needle and thread.
! [Wear|Take] a long white dress like the bride.
= a music festival: water shoes charger name !coats
[Bring|Pack] ear plugs.
[Take|Pack] a tent and a sleeping bag.
! [Bring|Take] your best jewels.
= a stay in hospital: list pills papers charger !late
[Pack|Take] a soft night shirt.
[Leave|Keep] rings and watches at home.
! [Bring|Take] a large pot of soup.
= a day at the pool: water snacks space name !open
[Take|Pack] a dry change of clothes.
[Bring|Take] a coin for the locker.
! [Wear|Take] your jeans for swimming.
= a road trip: water snacks charger pills !full
[Put|Keep] a blanket in the car.
[Check|Look at] the spare tire before you go.
! [Put|Pack] the food under all the bags.
`,
);
