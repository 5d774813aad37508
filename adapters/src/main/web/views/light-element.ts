import { LitElement } from 'lit';

/** A part with a state of its own inside the widget's shadow root, whose styles it shares. */
export class LightElement extends LitElement {
    protected override createRenderRoot(): HTMLElement {
        return this;
    }
}
