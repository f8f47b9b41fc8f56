/** HealthBench asks with a conversation; a question here is one text. */
export interface Message {
  readonly role: 'user' | 'assistant' | 'system';
  readonly content: string;
}

const SPEAKERS = { user: 'User', assistant: 'Assistant', system: 'System' } as const;

/**
 * One message as it stands; several with their speakers named, in order, as text: the policy answers
 * the last. Deviation 14: the benchmark gives them to the model as turns of its own chat.
 */
export function conversationText(messages: readonly Message[]): string {
  const [only, ...more] = messages;
  if (only !== undefined && more.length === 0) return only.content.trim();
  return messages.map(({ role, content }) => `${SPEAKERS[role]}: ${content.trim()}`).join('\n\n');
}
