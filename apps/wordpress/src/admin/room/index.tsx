import { createRoot } from '@wordpress/element';
import { RoomScreen, type ScreenFacts } from './screen.tsx';
import './page.css';

const element = document.querySelector<HTMLElement>('#bluebridge-room-screen');
if (element) {
  const facts = JSON.parse(element.dataset['screen'] ?? '') as ScreenFacts;
  createRoot(element).render(<RoomScreen facts={facts} />);
}
