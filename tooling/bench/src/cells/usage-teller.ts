/**
 * Loaded before a server that runs in a process of its own: tells whoever started it, when asked,
 * what CPU time it took and how much memory it holds.
 */
process.on('message', (question) => {
  if (question === 'memory') globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1e6 });
});
process.on('disconnect', () => process.exit());
// Listening must not keep a server alive that wants to end.
process.channel?.unref();
