import type { PersonView } from '../view/meeting-view.ts';

const namedAtMost = 3;

/** Puts into words who came, left or raised a hand; '' for nothing worth saying. */
export function changesSince(
  before: ReadonlyMap<string, PersonView> | undefined,
  people: readonly PersonView[],
  me: string,
): string {
  if (before === undefined) return '';
  const others = people.filter(({ id }) => id !== me);
  const present = new Set(people.map(({ id }) => id));
  const came = others.filter(({ id }) => !before.has(id));
  const left = [...before.values()].filter(({ id }) => !present.has(id));
  const raised = others.filter(
    ({ id, handRaised }) => handRaised && before.get(id)?.handRaised === false,
  );
  return [
    ...sentence(came, 'joined.'),
    ...sentence(left, 'left.'),
    ...sentence(raised, 'raised a hand.'),
  ].join(' ');
}

/** Names a few people; of many it says only how many they are. */
function sentence(people: readonly PersonView[], verb: string): string[] {
  if (people.length === 0) return [];
  if (people.length > namedAtMost) return [`${people.length} people ${verb}`];
  return [`${people.map(({ name }) => name).join(', ')} ${verb}`];
}
