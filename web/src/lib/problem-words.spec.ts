import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from './http/failure.ts';
import { fieldProblem, problemWords } from './problem-words.ts';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';

const refused = (code: string, status = 409): Failure => ({ kind: 'problem', problem: { status, code } });

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: { translation: en }, ja: { translation: ja } },
    interpolation: { escapeValue: false },
  });
});

describe('a failure in words', () => {
  it('has words of its own in both languages for every code', () => {
    for (const language of ['en', 'ja']) {
      const t = i18next.getFixedT(language);
      for (const code of Object.keys(en.problem)) {
        const words = problemWords(refused(code), t);
        expect(words).not.toContain('problem.');
        expect(/[ぁ-んァ-ヶ一-龠]/.test(words)).toBe(language === 'ja');
      }
    }
  });

  it('names the code of a refusal nobody has translated yet', () => {
    expect(problemWords(refused('moon-is-full'), i18next.getFixedT('en'))).toContain('moon-is-full');
  });

  it('says nothing about the inside of a fault', () => {
    expect(problemWords(refused('NullPointer', 500), i18next.getFixedT('en'))).toBe(en.problem.fault);
  });

  it('tells a lost connection from an answer it cannot read', () => {
    const t = i18next.getFixedT('en');
    expect(problemWords({ kind: 'unreachable' }, t)).toBe(en.problem.unreachable);
    expect(problemWords({ kind: 'unreadable' }, t)).toBe(en.problem.unreadable);
  });
});

describe('the problem of a field', () => {
  const failure: Failure = {
    kind: 'problem',
    problem: {
      status: 400,
      code: 'invalid-request',
      errors: [
        { path: 'password', message: 'too short' },
        { path: '/body/email', message: 'no address' },
      ],
    },
  };

  it('is found by its name, however the path is written', () => {
    const t = i18next.getFixedT('en');
    expect(fieldProblem(failure, 'password', t)).toBe('too short');
    expect(fieldProblem(failure, 'email', t)).toBe('no address');
  });

  it('is said without the English reason where another language is spoken', () =>
    expect(fieldProblem(failure, 'password', i18next.getFixedT('ja'))).toBe(ja.state.wrongField));

  it('is nothing for other fields and other failures', () => {
    const t = i18next.getFixedT('en');
    expect(fieldProblem(failure, 'name', t)).toBeUndefined();
    expect(fieldProblem({ kind: 'unreachable' }, 'email', t)).toBeUndefined();
    expect(fieldProblem(undefined, 'email', t)).toBeUndefined();
  });
});
