import { describe, expect, it } from 'vitest';
import { bodyToChange, bodyToCreate, type EnteredField, enteredFrom } from './entered-fields.ts';

const fields: readonly EnteredField[] = [
  { name: 'title', kind: 'line' },
  { name: 'subtitle', kind: 'line', isOptional: true },
  { name: 'number', kind: 'number' },
];

describe('a form that makes a thing', () => {
  it('sends what was entered, without blanks around it, numbers as numbers', () =>
    expect(bodyToCreate(fields, { title: ' 雲 ', subtitle: 'a', number: '3' })).toEqual({
      title: '雲',
      subtitle: 'a',
      number: 3,
    }));

  it('leaves out what is optional and empty', () =>
    expect(bodyToCreate(fields, { title: '雲', subtitle: '  ', number: '3' })).toEqual({ title: '雲', number: 3 }));
});

describe('a form that changes a thing', () => {
  const before = enteredFrom(fields, { title: '雲', subtitle: 'a', number: 3 });

  it('sends only what differs', () =>
    expect(bodyToChange(fields, before, { ...before, number: '4' })).toEqual({ number: 4 }));

  it('takes away what was emptied', () =>
    expect(bodyToChange(fields, before, { ...before, subtitle: '' })).toEqual({ subtitle: null }));

  it('sends nothing when nothing differs', () =>
    expect(bodyToChange(fields, before, { ...before, title: '雲 ' })).toEqual({}));
});
