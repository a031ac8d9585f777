declare global {
  interface Window {
    OC?: {
      readonly PasswordConfirmation?: {
        requirePasswordConfirmation(
          confirmed: () => void,
          options: object,
          refused: () => void,
        ): void;
      };
    };
  }
}

/**
 * Has Nextcloud ask for the person's password where that was long ago. Tells whether it was given;
 * where a page cannot ask, the server says in words what it wants.
 */
export function confirmed(): Promise<boolean> {
  const asking = window.OC?.PasswordConfirmation;
  if (!asking) return Promise.resolve(true);
  return new Promise((resolve) => {
    asking.requirePasswordConfirmation(
      () => resolve(true),
      {},
      () => resolve(false),
    );
  });
}
