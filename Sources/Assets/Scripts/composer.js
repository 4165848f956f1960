// The field for a message grows with what is typed, where the style sheet can't do that by itself.

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
