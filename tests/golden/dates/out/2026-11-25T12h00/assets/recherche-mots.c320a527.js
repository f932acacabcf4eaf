tambourRecherche({"pages":[
["accessibilite.html","Accessibilité","",""],
["actualites/coupure.html","Coupure d’eau","Actualité","Rue du Lavoir."],
["actualites/index.html","Actualités","",""],
["actualites/marche.html","Marché de Noël","Actualité",""],
["actualites/neige.html","Neige","Actualité",""],
["actualites/voeux.html","Vœux","Actualité",""],
["concours.html","Concours","",""],
["confidentialite.html","Données personnelles","",""],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["mentions-legales.html","Mentions légales","",""],
["sources.html","Sources et licences","",""]],
"mots":"accessibilit actualit concour coupur demarch don eau lavoir legal licenc lign mairi march mention neig noel personnel rue sourc text tout voeu voir",
"ou":"0C 2C 6C 1C 8D 7C 1C 1B 9C aC 8B 8B 3C3A 9C 4C 3C 7C 1B aC 0A1A2A1A1A2A2A 8B 5C 6A"});
