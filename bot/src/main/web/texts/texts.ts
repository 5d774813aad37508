/** Every text of the portal, in the language that the person chose. */
import english from './texts.en.json';
import chinese from './texts.zh.json';

export type Language = 'zh' | 'en';
export type Key = keyof typeof english;
type Dictionary = Readonly<Record<Key, string>>;

/** Fired on the window after the language was switched. */
export const LANGUAGE_SWITCHED = 'cosmopilot:page-language';
/** Fired on the window by the chat when the person switches the language there: the page goes along. */
const CHAT_LANGUAGE_SWITCHED = 'cosmopilot:language';
const REMEMBERED = 'cosmopilot.language';

// Does not compile when a key is missing in either language.
const dictionaries: Record<Language, Dictionary> = {
    en: english,
    zh: chinese satisfies Record<keyof typeof chinese, string> & Record<Exclude<keyof typeof chinese, Key>, never>,
};

let current = remembered() ?? preferred();
document.documentElement.lang = tag(current);
window.addEventListener(CHAT_LANGUAGE_SWITCHED, (event) => {
    const { language: next } = (event as CustomEvent<{ language?: string } | null>).detail ?? {};
    if ((next === 'zh' || next === 'en') && next !== current) {
        switchTo(next);
    }
});

export function language(): Language {
    return current;
}

/** The language as documents and requests name it. */
export function tag(of: Language = current): string {
    return of === 'zh' ? 'zh-CN' : 'en';
}

export function switchTo(next: Language): void {
    current = next;
    document.documentElement.lang = tag();
    try {
        localStorage.setItem(REMEMBERED, next);
    } catch {
        // Storage is switched off: the choice then lasts as long as the page.
    }
    window.dispatchEvent(new CustomEvent(LANGUAGE_SWITCHED, { detail: next }));
}

/** The text of a key; `{name}` in it is replaced by the value of that name. */
export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
    return textIn(current, key, values);
}

export function textIn(of: Language, key: Key, values: Readonly<Record<string, string | number>> = {}): string {
    return dictionaries[of][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text of a key that is put together at run time, or the fallback where there is none. */
export function tOr(key: string, fallback: string): string {
    return key in dictionaries[current] ? t(key as Key) : fallback;
}

function remembered(): Language | undefined {
    try {
        const kept = localStorage.getItem(REMEMBERED);
        return kept === 'zh' || kept === 'en' ? kept : undefined;
    } catch {
        return undefined;
    }
}

function preferred(): Language {
    return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
