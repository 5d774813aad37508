/** The widget's own corner of the browser's storage; where there is none, the memory of this page has to do. */

const PREFIX = 'cosmopilot-chat/';
const memory = new Map<string, string>();

/** Storage may be blocked or full. */
function attempt<T>(action: () => T, otherwise: () => T): T {
    try {
        return action();
    } catch {
        return otherwise();
    }
}

/** What the text says in JSON; null when it says nothing. */
export function parsed<T>(text: string): T | null {
    return attempt(() => JSON.parse(text) as T, () => null);
}

export function read(key: string): string | null {
    return memory.get(key) ?? attempt(() => localStorage.getItem(PREFIX + key), () => null);
}

export function write(key: string, value: string): void {
    attempt(
        () => localStorage.setItem(PREFIX + key, value),
        () => void memory.set(key, value),
    );
}

export function remove(key: string): void {
    memory.delete(key);
    attempt(() => localStorage.removeItem(PREFIX + key), () => undefined);
}

export function keys(start: string): string[] {
    const stored = attempt(() => Object.keys(localStorage), () => []);
    const own = stored.filter(key => key.startsWith(PREFIX)).map(key => key.slice(PREFIX.length));
    return [...new Set([...own, ...memory.keys()])].filter(key => key.startsWith(start));
}

/** Calls back when another tab has changed something, with its key. */
export function onChangeElsewhere(changed: (key: string) => void, signal: AbortSignal): void {
    addEventListener(
        'storage',
        ({ key }) => {
            if (key?.startsWith(PREFIX)) {
                changed(key.slice(PREFIX.length));
            }
        },
        { signal },
    );
}

export function wipe(): void {
    keys('').forEach(remove);
}
