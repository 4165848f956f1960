// Makes the message field grow with its text, in browsers whose style sheets can't do that.

const field = document.querySelector(".composer textarea");

function grow() {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
}

if (!CSS.supports("field-sizing", "content")) {
    field.addEventListener("input", grow);
    field.form.addEventListener("reset", () => requestAnimationFrame(grow));
    grow();
}
