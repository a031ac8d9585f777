import { describe, expect, it } from 'vitest';
import { Lobby } from './lobby.ts';

function guest(name: string) {
  return {
    internalUserID: `w_${name}`,
    userID: name,
    fullName: name,
    role: 'VIEWER' as const,
    bot: false,
    guest: true,
  };
}

/** A lobby with people waiting in this order. */
function lobbyWith(...names: string[]): Lobby {
  const lobby = new Lobby('ASK_MODERATOR');
  for (const [index, name] of names.entries()) lobby.ask(guest(name), index);
  return lobby;
}

function line(lobby: Lobby): string[] {
  return lobby.waiting().map(({ fullName }) => fullName);
}

describe('Lobby', () => {
  it('keeps people in the order they came', () => {
    const lobby = lobbyWith('Ada', 'Grace', 'Alan');
    expect(line(lobby)).toEqual(['Ada', 'Grace', 'Alan']);
    expect(lobby.positionOf('w_Alan')).toBe(3);
    lobby.approve('w_Ada');
    expect(lobby.positionOf('w_Alan')).toBe(2);
    expect(lobby.positionOf('w_Ada')).toBeUndefined();
  });

  it('decides about each person once', () => {
    const lobby = lobbyWith('Ada', 'Grace');
    expect(lobby.approve('w_Ada')).toBe(true);
    expect(lobby.deny('w_Ada')).toBe(false);
    expect(lobby.statusOf('w_Ada')).toBe('ALLOW');
    expect(lobby.deny('w_Grace')).toBe(true);
    expect(lobby.statusOf('w_Grace')).toBe('DENY');
    expect(lobby.approve('w_nobody')).toBe(false);
  });

  it('decides about everyone who waits, and nobody else', () => {
    const lobby = lobbyWith('Ada', 'Grace');
    lobby.deny('w_Ada');
    lobby.approveAll();
    lobby.ask(guest('Alan'), 5);
    lobby.denyAll();
    expect(['w_Ada', 'w_Grace', 'w_Alan'].map((id) => lobby.statusOf(id))).toEqual([
      'DENY',
      'ALLOW',
      'DENY',
    ]);
  });

  it('lets those pass who never had to ask', () => {
    expect(new Lobby('ALWAYS_ACCEPT').statusOf('w_Ada')).toBe('ALLOW');
  });

  it('keeps the place of a person who is away for less than half a minute', () => {
    const lobby = lobbyWith('Ada', 'Grace');
    lobby.wentAway('w_Ada', 1_000);
    lobby.settle(30_999);
    lobby.returned('w_Ada', 30_999);
    lobby.settle(99_999);
    expect(line(lobby)).toEqual(['Ada', 'Grace']);
  });

  it('puts a person who was away for longer at the end of the line, and never lets them pass', () => {
    const lobby = lobbyWith('Ada', 'Grace');
    lobby.wentAway('w_Ada', 1_000);
    lobby.settle(31_000);
    expect(line(lobby)).toEqual(['Grace']);
    expect(lobby.statusOf('w_Ada')).toBe('WAIT');
    lobby.returned('w_Ada', 40_000);
    expect(line(lobby)).toEqual(['Grace', 'Ada']);
  });

  it('survives a restart', () => {
    const lobby = lobbyWith('Ada', 'Grace');
    lobby.approve('w_Ada');
    lobby.setMessage('Five minutes');
    lobby.setPolicy('ALWAYS_DENY');
    const kept: unknown = JSON.parse(JSON.stringify(lobby.snapshot()));
    const restored = new Lobby('ALWAYS_ACCEPT');
    restored.restore(kept as ReturnType<Lobby['snapshot']>);
    expect(restored.snapshot()).toEqual(lobby.snapshot());
    expect(line(restored)).toEqual(['Grace']);
  });

  it('tells whoever watches of every change, and of nothing else', () => {
    const lobby = lobbyWith('Ada', 'Grace');
    let changes = 0;
    lobby.onChange = () => void (changes += 1);
    lobby.settle(1_000);
    lobby.approve('w_nobody');
    expect(changes).toBe(0);
    lobby.approve('w_Ada');
    lobby.setMessage('Soon');
    lobby.ask(guest('Alan'), 5);
    lobby.withdraw('w_Alan');
    expect(changes).toBe(4);
  });
});
