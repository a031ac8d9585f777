import { Notice } from '@wordpress/components';

/** Says what went wrong, for as long as it is so. */
export function Problem({ text }: { readonly text: string }) {
  return (
    <Notice status="error" isDismissible={false}>
      {text}
    </Notice>
  );
}
