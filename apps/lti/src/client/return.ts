/** The page of a held launch: asks the platform what it kept for this browser, and goes on. */
import { element } from './parts/page.ts';
import { about, storageOfPage } from './parts/storage-of-page.ts';

const form = element('return') as HTMLFormElement;

async function goOn(): Promise<void> {
  const value = await storageOfPage()?.get(about['storageKey'] ?? '');
  const field = form.elements.namedItem('storage_value');
  if (field && 'value' in field) field.value = value ?? '';
  form.submit();
}

// Without an answer the tool says what to do instead.
goOn().catch(() => form.submit());
