import { __ } from '@wordpress/i18n';

/**
 * A link that leaves the page being written as it is. Not ExternalLink of WordPress: its arrow is an
 * emoji, whose picture WordPress loads from elsewhere.
 */
export function NewTab({ href, children }: { readonly href: string; readonly children: string }) {
  const label = `${children} ${__('(opens in a new tab)', 'bluebridge')}`;
  return (
    <a href={href} target="_blank" rel="noopener" aria-label={label}>
      {children}
    </a>
  );
}
