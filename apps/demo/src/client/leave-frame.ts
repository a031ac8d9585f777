/** Goes on to where the link of the page leads, in the whole tab and not in the frame. */
document.querySelector<HTMLAnchorElement>('a[data-leave-frame]')?.click();
