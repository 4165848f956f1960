// The one way to copy a text.

/**
 * Copies a text; where the browser refuses, selects the element that has it, if one is given.
 *
 * @returns whether the text was copied
 */
export async function copyText(text, element) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        if (element) getSelection().selectAllChildren(element);
        return false;
    }
}
