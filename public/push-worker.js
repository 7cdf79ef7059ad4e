// Shows what the portal pushes, and leads to the page that it is about. It stores nothing and sees no other page.
self.addEventListener('push', (event) => {
  const { title, body, path, lang } = event.data.json()
  event.waitUntil(self.registration.showNotification(title, { body, lang, tag: path, data: { path } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data.path))
})
