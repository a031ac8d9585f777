/** What Nextcloud's pages have before any script of an app runs. */
Object.assign(globalThis, {
  _oc_webroot: '',
  _oc_l10n_registry_translations: {},
  _oc_l10n_registry_plural_functions: {},
  OC: { config: { modRewriteWorking: true, version: '32.0.1.2' }, requestToken: 'a token' },
  OCA: {},
});
document.head.dataset['requesttoken'] = 'a token';
