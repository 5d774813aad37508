import { LitElement, type PropertyDeclarations } from 'lit';

/** A part with a state of its own inside the widget's shadow root, whose styles it shares. */
export class LightElement extends LitElement {
    protected override createRenderRoot(): HTMLElement {
        return this;
    }
}

/** Properties that are set from within; the element is drawn again when one changes. */
export function reactive(...names: string[]): PropertyDeclarations {
    return Object.fromEntries(names.map(name => [name, { attribute: false }]));
}
