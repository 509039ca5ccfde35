// Makes the forms inside <habeas-choices> answer in place. Without it they lead to a page of the gateway that does the same.
class HabeasChoices extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', (event) => this.send(event));
  }

  async send(event) {
    const form = event.target;
    const button = form.querySelector('button');
    event.preventDefault();
    button.disabled = true;
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'omit' });
      if (!answer.ok) throw new Error(answer.status);
      this.show(form, (await answer.json()).objected);
      button.disabled = false;
    } catch {
      form.submit();
    }
  }

  show(form, objected) {
    const [button, status] = [form.querySelector('button'), form.querySelector('[role=status]')];
    form.querySelector('[name=act]').value = objected ? 'take_back' : 'object';
    button.textContent = objected ? button.dataset.takeBack : button.dataset.object;
    status.textContent = objected ? status.dataset.objected : status.dataset.none;
  }
}
customElements.define('habeas-choices', HabeasChoices);
