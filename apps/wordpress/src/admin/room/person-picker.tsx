import { ComboboxControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { whileCurrent } from '../../asking.ts';
import { findPeople, type Person } from './rest.ts';

interface Props {
  readonly label: string;
  /** Who is not offered. */
  readonly except: readonly number[];
  readonly onChoose: (person: Person) => void;
}

/** Finds somebody by a part of their name. */
export function PersonPicker({ label, except, onChoose }: Props) {
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<readonly Person[]>([]);

  useEffect(() => {
    if (search.trim().length < 2) {
      setFound([]);
      return;
    }
    return whileCurrent(findPeople(search.trim()), setFound, () => setFound([]));
  }, [search]);

  const others = found.filter(({ id }) => !except.includes(id));
  return (
    <ComboboxControl
      label={label}
      help={__('Type at least two letters of their name.', 'bluebridge')}
      value={null}
      options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
      onFilterValueChange={setSearch}
      onChange={(value) => {
        const person = others.find(({ id }) => String(id) === value);
        if (person) onChoose(person);
      }}
      __nextHasNoMarginBottom
      __next40pxDefaultSize
    />
  );
}
