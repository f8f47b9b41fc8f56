/** The one way to another host: every fetch of an address that has passed the gate, and told of. */
import { contacts } from '../base/contacts.ts';

export async function reach(url: string, init?: RequestInit): Promise<Response> {
  contacts.note(hostOf(url));
  const response = await fetch(url, init);
  // Where a host led elsewhere, that one was asked too.
  contacts.note(hostOf(response.url));
  return response;
}

/** A `blob:` has no host. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
