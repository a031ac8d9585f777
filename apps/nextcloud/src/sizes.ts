import { getCanonicalLocale } from '@nextcloud/l10n';

/** Says how large a file is, such as "2.4 MB". */
export function sizeWords(bytes: number): string {
  const isSmall = bytes < 1_000_000;
  return new Intl.NumberFormat(getCanonicalLocale(), {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(bytes / (isSmall ? 1000 : 1_000_000));
}
