// Combines several calls into one.

/**
 * Makes a function that does some work a moment after it is called, once for all calls until then, and again when it is
 * called meanwhile.
 *
 * @param {() => Promise<void>} work
 */
export function coalesce(work) {
    let isWaiting = false;
    let isAgain = false;
    return async function call() {
        if (isWaiting) {
            isAgain = true;
            return;
        }
        isWaiting = true;
        await new Promise((resolve) => setTimeout(resolve, 100));
        isAgain = false;
        try {
            await work();
        } finally {
            isWaiting = false;
            if (isAgain) call();
        }
    };
}
