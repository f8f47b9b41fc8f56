import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/** Type-checked rules that find bugs the compiler does not; the rest of that set is taste. */
const typeChecked = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'out/', '.cache/', 'public/', 'nano/', 'shared/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommended],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vite.config.ts', 'vitest.config.ts', 'vitest.extra.config.ts'] },
      },
     },
    rules: {
      ...typeChecked,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // A native checkbox that plays a switch has its state by itself.
      'lit-a11y/role-has-required-aria-attrs': 'off',
      // The compiler knows which base class has which callback.
      'wc/guard-super-call': 'off',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/quoted-expressions': ['error', 'never'],
    },
  },
  {
    files: ['test/**/*.ts'],
    // Tests reach into what they have just made.
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A page's text reaches the DOM as text or through one sanitising renderer.
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: ['lit/directives/unsafe-html.js', 'lit/directives/unsafe-svg.js'] },
      ],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Model text is data.' },
        { property: 'outerHTML', message: 'Model text is data.' },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
    },
  },
);
