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

interface Ruling {
  kind: (typeof rulings)[number];
  memberId: string;
  reason: string;
}

interface RulingFieldsProps {
  ruling: Ruling;
  problem: (field: string) => string | undefined;
  change: (part: Partial<Ruling>) => void;
}

const RulingFields = ({ ruling: { kind, memberId, reason }, problem, change }: RulingFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t('desk.memberId')}
        hint={t('desk.memberIdHint')}
        required
        autoComplete="off"
        value={memberId}
        problem={problem('memberId')}
        onChange={(event) => change({ memberId: event.target.value })}
      />
      <Choice
        label={t('desk.ruling')}
        value={kind}
        options={rulings.map((value) => ({ value, label: t(`desk.rulings.${value}`) }))}
        onChange={(value) => change({ kind: value })}
      />
      {kind === 'suspend' && (
        <TextField
          label={t('desk.reason')}
          required
          maxLength={LONGEST_REASON}
          value={reason}
          problem={problem('reason')}
          onChange={(event) => change({ reason: event.target.value })}
        />
      )}
    </>
  );
};

/** Suspends and reinstates cards, by the id of the member. */
export const CardDesk = () => {
  const { t } = useTranslation();
  const [ruling, setRuling] = useState<Ruling>({ kind: 'suspend', memberId: '', reason: '' });
  const rule = useCommand({ send: ruleCard, changes: [['me', 'card']] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { kind, memberId, reason } = ruling;
    rule.mutate({ memberId: memberId.trim(), suspendedFor: kind === 'suspend' ? reason : undefined });
  };
  return (
    <form className="form form-wide" onSubmit={submit}>
      <RulingFields
        ruling={ruling}
        problem={(field) => (rule.error ? fieldProblem(failureOf(rule.error), field, t) : undefined)}
        change={(part) => setRuling({ ...ruling, ...part })}
      />
      <FormEnd command={rule} />
    </form>
  );
};
