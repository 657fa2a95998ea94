import { Labelled } from './labelled.tsx';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  /** What is wrong with what was chosen. */
  problem?: string | undefined;
  onChange: (value: Value) => void;
}

/** One of a few values, from a list that opens. */
export const Choice = <Value extends string>({ label, value, options, problem, onChange }: ChoiceProps<Value>) => (
  <Labelled label={label} problem={problem}>
    {(tied) => (
      <select
        {...tied}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);
