import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { FormEnd } from '../../components/form-end.tsx';
import { TextField } from '../../components/text-field.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { useCommand } from '../../lib/use-command.ts';
import { ruleCard } from './api/rule-card.ts';

const rulings = ['suspend', 'reinstate'] as const;
const LONGEST_REASON = 500;

/** Suspends and reinstates cards, by the id of the member. */
export const CardDesk = () => {
  const { t } = useTranslation();
  const [ruling, setRuling] = useState<(typeof rulings)[number]>('suspend');
  const [memberId, setMemberId] = useState('');
  const [reason, setReason] = useState('');
  const rule = useCommand({ send: ruleCard, changes: [['me', 'card']] });
  const problem = (field: string) => (rule.error ? fieldProblem(failureOf(rule.error), field, t) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rule.mutate({ memberId: memberId.trim(), suspendedFor: ruling === 'suspend' ? reason : undefined });
  };
  return (
    <form className="form form-wide" onSubmit={submit}>
      <Field
        label={t('desk.memberId')}
        hint={t('desk.memberIdHint')}
        required
        autoComplete="off"
        value={memberId}
        problem={problem('memberId')}
        onChange={(event) => setMemberId(event.target.value)}
      />
      <Choice
        label={t('desk.ruling')}
        value={ruling}
        options={rulings.map((value) => ({ value, label: t(`desk.rulings.${value}`) }))}
        onChange={setRuling}
      />
      {ruling === 'suspend' && (
        <TextField
          label={t('desk.reason')}
          required
          maxLength={LONGEST_REASON}
          value={reason}
          problem={problem('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <FormEnd command={rule} />
    </form>
  );
};
