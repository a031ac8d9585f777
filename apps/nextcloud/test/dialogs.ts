import { defineComponent, h } from 'vue';

/**
 * Nextcloud's dialog where it was mounted instead of at the end of the page. It closes as theirs does:
 * by its cross or Escape, but not while it is told that it must not.
 */
const NcDialog = defineComponent({
  props: { name: { type: String, default: '' }, isForm: Boolean, noClose: Boolean },
  emits: ['submit', 'closing'],
  setup(props, { emit, slots }) {
    const close = () => props.noClose || emit('closing');
    const submit = (event: Event) => {
      event.preventDefault();
      emit('submit');
    };
    return () =>
      h('form', { role: 'dialog', onSubmit: submit }, [
        h('button', { type: 'button', class: 'cross', onClick: close }),
        slots['default']?.(),
        slots['actions']?.(),
      ]);
  },
});

/** What to mount a dialog with. */
export const dialogs = { stubs: { NcDialog } };
