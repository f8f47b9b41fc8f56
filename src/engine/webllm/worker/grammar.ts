/** Output held to a JSON schema: web-llm's grammar engine says which tokens may come next. */
import type { GrammarCompiler, GrammarMatcher, Handles, MatcherClass, Tensor } from './handles.ts';

interface Kit {
  readonly compiler: GrammarCompiler;
  readonly matchers: MatcherClass;
}

export class Grammar {
  readonly #handles: Handles;
  #kit: Promise<Kit> | null = null;

  constructor(handles: Handles) {
    this.#handles = handles;
  }

  /** A matcher at the beginning of an answer. Rejects where the schema cannot be compiled. */
  async begin(schema: object): Promise<GrammarMatcher> {
    this.#kit ??= this.#open().catch((error: unknown) => {
      // The next answer may try again.
      this.#kit = null;
      throw error;
    });
    const { compiler, matchers } = await this.#kit;
    // Free white space would let a small model write nothing else.
    const grammar = await compiler.compileJSONSchema(JSON.stringify(schema), false, -1);
    try {
      return await matchers.createGrammarMatcher(grammar);
    } finally {
      grammar.dispose();
    }
  }

  /** Rules out, in the rows that have a matcher, every token that their grammar does not allow. */
  async apply(logits: Tensor, matchers: readonly (GrammarMatcher | null)[]): Promise<void> {
    const rows = matchers.flatMap((matcher, row) => (matcher === null ? [] : [row]));
    if (rows.length === 0) return;
    const { scoped, ints, pipeline } = this.#handles;
    const size = pipeline.bitmaskSize;
    const mask = new Int32Array(matchers.length * size);
    for (const row of rows) {
      const allowed = await matchers[row]?.getNextTokenBitmask();
      if (allowed !== undefined) mask.set(allowed, row * size);
    }
    scoped(() => {
      const masks = ints(mask).view([matchers.length, size]);
      pipeline.fapplyBitmask(
        logits.view([matchers.length, pipeline.fullVocabSize]),
        ints(rows),
        masks,
      );
    });
  }

  /** The pipeline opens its grammar engine with the first answer that wants one. */
  async #open(): Promise<Kit> {
    const { pipeline } = this.#handles;
    await pipeline.prepareGrammarMatcherForSampling({
      response_format: { type: 'grammar', grammar: 'root ::= "any"' },
    });
    const { grammarMatcher: matcher, grammarCompiler: compiler } = pipeline;
    if (matcher === undefined || compiler === undefined) {
      throw new Error('web-llm opened no grammar engine');
    }
    pipeline.grammarMatcher = undefined;
    const matchers = matcher.constructor as unknown as MatcherClass;
    matcher.dispose();
    return { compiler, matchers };
  }
}
