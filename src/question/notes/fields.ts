import type { Field } from './field.ts';
import { bike } from './field/bike.ts';
import { camping } from './field/camping.ts';
import { cooking } from './field/cooking.ts';
import { energy } from './field/energy.ts';
import { health } from './field/health.ts';
import { interview } from './field/interview.ts';
import { kitchen } from './field/kitchen.ts';
import { letters } from './field/letters.ts';
import { moving } from './field/moving.ts';
import { packing } from './field/packing.ts';
import { pets } from './field/pets.ts';
import { plants } from './field/plants.ts';
import { sleep } from './field/sleep.ts';
import { study } from './field/study.ts';

/** Everything that the notes are about. Topics are drawn equally often. */
export const FIELDS: readonly Field[] = [
  bike,
  camping,
  cooking,
  energy,
  health,
  interview,
  kitchen,
  letters,
  moving,
  packing,
  pets,
  plants,
  sleep,
  study,
];
