import configurations from '@wordpress/scripts/config/webpack.config.js';

// With its modules flag wp-scripts gives two: classic scripts of the editor, modules of the pages.
const [scripts, modules] = configurations;

// The workspace's own packages are built from their sources, so that no other build comes first.
const resolve = { ...scripts.resolve, conditionNames: ['@bluebridge/source', '...'] };

export default [
  {
    ...scripts,
    resolve,
    entry: () => ({
      ...scripts.entry(),
      'admin/room/index': './src/admin/room/index.tsx',
      'admin/live/index': './src/admin/live/index.ts',
    }),
  },
  {
    ...modules,
    resolve,
    // Blocks are found by their block.json; the page of waiting people is no block.
    entry: () => ({ ...modules.entry(), 'entrance/index': './src/entrance/index.ts' }),
  },
];
