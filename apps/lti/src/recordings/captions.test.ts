import { describe, expect, it } from 'vitest';
import { captionFormat } from './captions.ts';

const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.500\nGood morning';
const srt = '1\n00:00:01,000 --> 00:00:02,500\nGood morning\n';

describe('captions', () => {
  it.each([
    ['WebVTT', vtt, 'vtt'],
    ['WebVTT of Windows, with a mark in front', `\uFEFF${vtt.replaceAll('\n', '\r\n')}`, 'vtt'],
    [
      'WebVTT with a title and hours',
      vtt.replace('WEBVTT', 'WEBVTT - Lecture').replace('00:01', '01:00:01'),
      'vtt',
    ],
    ['SubRip', srt, 'srt'],
    ['SubRip with a mark in front', `\uFEFF${srt}`, 'srt'],
    ['nothing', '', undefined],
    ['WebVTT without a line to show', 'WEBVTT\n\n', undefined],
    ['a page', '<html>00:00:01,000 -> 00:00:02,500</html>', undefined],
    ['plain text', 'Good morning', undefined],
    ['WebVTT in another word', vtt.replace('WEBVTT', 'WEBVTTX'), undefined],
    ['bytes', `${srt}\0`, undefined],
    ['a broken encoding', `${srt}\uFFFD`, undefined],
  ])('are told by what is in them: %s', (_what, text, format) => {
    expect(captionFormat(text)).toBe(format);
  });
});
