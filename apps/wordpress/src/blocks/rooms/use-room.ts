import { useEffect, useState } from '@wordpress/element';
import { whileCurrent } from '../../asking.ts';
import type { DoorSign } from '../../door-sign.ts';
import { readRoom, readSign, type Room } from './rooms.ts';

/** A room that is being read, was read, or cannot be. */
export interface FoundRoom {
  readonly room: Room | undefined;
  readonly sign: DoorSign | undefined;
  readonly isLost: boolean;
  readonly setRoom: (room: Room) => void;
}

/** Reads the room of a block, and how its meeting stands; nothing for a block without a room. */
export function useRoom(roomId: number): FoundRoom {
  const [room, setRoom] = useState<Room>();
  const [sign, setSign] = useState<DoorSign>();
  const [isLost, setLost] = useState(false);
  const isHere = room?.id === roomId;

  useEffect(() => {
    if (roomId === 0 || isHere) return;
    setLost(false);
    setSign(undefined);
    return whileCurrent(readRoom(roomId), setRoom, () => setLost(true));
  }, [roomId, isHere]);

  useEffect(() => {
    if (!isHere) return;
    // Without an answer the preview just says nothing of the meeting.
    return whileCurrent(readSign(roomId), setSign);
  }, [roomId, isHere]);

  return { room: isHere ? room : undefined, sign, isLost, setRoom };
}
