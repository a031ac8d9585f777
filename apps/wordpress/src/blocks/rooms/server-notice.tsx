import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { editorFacts } from './editor-facts.ts';
import { NewTab } from './new-tab.tsx';

/** Tells who writes a page that rooms cannot open yet, and what to do about it. */
export function ServerNotice() {
  const { hasServer, connectUrl } = editorFacts();
  if (hasServer) return null;
  return (
    <Notice status="warning" isDismissible={false}>
      {__('You can already create rooms, but not open them yet.', 'bluebridge')}{' '}
      {connectUrl === '' ? (
        __(
          'This site is not connected to a meeting server yet. Please tell its administrator.',
          'bluebridge',
        )
      ) : (
        <NewTab href={connectUrl}>{__('Connect a meeting server', 'bluebridge')}</NewTab>
      )}
    </Notice>
  );
}
