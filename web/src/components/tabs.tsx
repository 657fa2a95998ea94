interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of a few views of the same page, all in sight. */
export const Tabs = <Value extends string>({ label, value, options, onChange }: TabsProps<Value>) => (
  <fieldset className="tabs">
    <legend className="unseen">{label}</legend>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.label}
      </button>
    ))}
  </fieldset>
);
