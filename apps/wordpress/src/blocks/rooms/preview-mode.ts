import { useSelect } from '@wordpress/data';

/** Tells whether the block is only being shown, as in the inserter, and not being edited. */
export function usePreviewMode(): boolean {
  return useSelect((select) => {
    const settings = select('core/block-editor').getSettings();
    // Its name before WordPress 6.8.
    return (settings['isPreviewMode'] ?? settings['__unstableIsPreviewMode']) === true;
  }, []);
}
