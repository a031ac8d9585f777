import { getFilePickerBuilder } from '@nextcloud/dialogs';
import { t } from '../l10n.ts';

/**
 * Lets somebody choose files of theirs; gives their paths, none when they changed their mind.
 * `kinds` are the endings of names that meetings can show; without any, the server decides.
 */
export async function chooseFiles(kinds: readonly string[]): Promise<readonly string[]> {
  const picker = getFilePickerBuilder(t('bluebridge', 'Choose files'))
    .setMultiSelect(true)
    .setFilter(({ basename, type }) => type === 'folder' || isOfKind(basename, kinds))
    .addButton({
      label: t('bluebridge', 'Choose'),
      variant: 'primary',
      callback: () => {},
    })
    .build();
  try {
    const nodes = await picker.pickNodes();
    return nodes.map(({ path }) => path);
  } catch {
    return [];
  }
}

/** Lets somebody choose a folder of theirs; gives its path, undefined when they changed their mind. */
export async function chooseFolder(): Promise<string | undefined> {
  const picker = getFilePickerBuilder(t('bluebridge', 'Choose a folder'))
    .allowDirectories()
    .setMimeTypeFilter(['httpd/unix-directory'])
    .addButton({ label: t('bluebridge', 'Choose'), variant: 'primary', callback: () => {} })
    .build();
  try {
    const [folder] = await picker.pickNodes();
    return folder?.path;
  } catch {
    return undefined;
  }
}

function isOfKind(name: string, kinds: readonly string[]): boolean {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return kinds.length === 0 || kinds.includes(ending);
}
