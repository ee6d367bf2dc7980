for (const form of document.querySelectorAll('[data-drop]')) {
  const input = form.querySelector('input[type=file]');
  const zone = form.querySelector('.drop');
  const busy = form.querySelector('.busy');
  form.classList.add('droppable');
  const pick = form.querySelector('.pick');
  const chosen = form.querySelector('.chosen');
  const nameChosen = () => {
    chosen.textContent = input.files[0]?.name ?? 'Chưa chọn tệp nào';
  };
  pick.hidden = false;
  input.addEventListener('change', nameChosen);
  for (const name of ['dragenter', 'dragover']) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add('over');
    });
  }
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    nameChosen();
    form.requestSubmit();
  });
  form.addEventListener('submit', () => {
    busy.hidden = false;
  });
  addEventListener('pageshow', () => {
    busy.hidden = true;
    nameChosen();
  });
}
