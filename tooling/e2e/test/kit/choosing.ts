import type { FrameLocator } from 'playwright-core';

/** Names new rooms on the tool's page for choosing, and adds links to them to the course. */
export async function chooseNewRooms(
  chooser: FrameLocator,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await chooser.getByLabel('Name of a new room').fill(name);
    await chooser.getByRole('button', { name: 'Add to the list' }).click();
  }
  await chooser.getByRole('button', { name: 'Add to the course' }).click();
}
